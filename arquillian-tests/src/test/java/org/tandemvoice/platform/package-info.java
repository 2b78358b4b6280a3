/**
 * The real server as tests see it: one that Arquillian starts and all tests share, and processes of
 * their own for tests that stop, kill and restart it.
 */
package org.tandemvoice.platform;
