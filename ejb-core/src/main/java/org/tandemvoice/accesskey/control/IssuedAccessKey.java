package org.tandemvoice.accesskey.control;

import org.tandemvoice.accesskey.entity.AccessKey;
import org.tandemvoice.accesskey.entity.AccessKeyToken;

/** A key that was just made, with the token that is shown this once. */
public record IssuedAccessKey(AccessKey key, AccessKeyToken token) {}
