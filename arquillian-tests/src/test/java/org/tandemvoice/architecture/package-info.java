/**
 * The rules of the house as tests over the compiled classes and the sources of every module. A rule
 * that stands in the way is changed here, with its reason, not worked around.
 */
package org.tandemvoice.architecture;
