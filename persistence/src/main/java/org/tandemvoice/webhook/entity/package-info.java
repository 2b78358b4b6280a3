/** Where customers want their events sent, and what came of each event (inventory section 25). */
package org.tandemvoice.webhook.entity;
