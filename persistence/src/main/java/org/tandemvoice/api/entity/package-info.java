/** What is kept of how a client uses the API. */
package org.tandemvoice.api.entity;
