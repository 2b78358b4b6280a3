/** What happens to tags. */
package org.tandemvoice.tag.control;
