/**
 * Lists of people to be called, how often each may be tried, and what came of it. An outdial is the
 * list, an outplan the rules of trying, a campaign the work on a list by these rules.
 */
package org.tandemvoice.campaign.entity;
