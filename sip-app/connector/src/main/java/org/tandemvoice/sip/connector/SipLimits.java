package org.tandemvoice.sip.connector;

/**
 * What is refused because it would be too much.
 *
 * @param maxMessageSize {@code SIP_MAX_MESSAGE_SIZE}: bytes, 2048 to 65535, default 65535
 * @param sourceRate {@code SIP_RATE_LIMIT}: requests per second and source address, default 0, off
 * @param maxTransactions {@code SIP_MAX_TRANSACTIONS}: server transactions above which new INVITE
 *     and REGISTER requests get 503, default 25 for each megabyte of the largest heap; 0 is off
 * @param maxSessions {@code SIP_MAX_SESSIONS}: the same for SIP sessions, same default; 0 is off
 * @param maxHeapPercent {@code SIP_MAX_HEAP_PERCENT}: the same for the heap in use after the last
 *     garbage collection, default 85; 0 is off
 * @param maxWait {@code SIP_MAX_WAIT_MS}: the same for the time that such a request has waited for
 *     a thread, default 5000; 0 is off
 */
public record SipLimits(
    int maxMessageSize,
    int sourceRate,
    int maxTransactions,
    int maxSessions,
    int maxHeapPercent,
    int maxWait) {}
