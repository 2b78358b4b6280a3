/**
 * The flow actions, one file each. They know the flow engine's contracts and nothing of each other.
 */
package org.tandemvoice.flow.control.action;
