/** Campaigns and what they work with over HTTP. */
package org.tandemvoice.campaign.boundary;
