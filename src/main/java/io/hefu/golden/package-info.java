/**
 * The golden document of each UID: every system's last accepted values, survivorship by authority, holds, provenance.
 *
 * <p>May use: crosswalk, store.
 */
package io.hefu.golden;
