/**
 * Calls the people of a list: who is next, when, how often, and what came of it. Whom a campaign
 * calls is decided in one place, {@link org.tandemvoice.campaign.control.CampaignPacing}.
 */
package org.tandemvoice.campaign.control;
