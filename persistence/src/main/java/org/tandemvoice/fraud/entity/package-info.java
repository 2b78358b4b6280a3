/** What a customer may call, how much and how often. */
package org.tandemvoice.fraud.entity;
