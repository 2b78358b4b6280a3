/** What people are let in by besides their passwords. */
package org.tandemvoice.auth.entity;
