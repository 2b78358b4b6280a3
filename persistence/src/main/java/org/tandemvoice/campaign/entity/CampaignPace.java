package org.tandemvoice.campaign.entity;

import java.time.Duration;

/**
 * How fast a campaign calls.
 *
 * @param serviceLevel how many calls it dials, in percent of the agents of its queue that are free
 * @param maxConcurrentCalls how many of its calls there may be at a time
 * @param dialTimeout how long a call may stay unanswered; zero for that of the outplan
 * @param schedule when it calls
 */
public record CampaignPace(
    int serviceLevel, int maxConcurrentCalls, Duration dialTimeout, DialSchedule schedule) {}
