/**
 * The real database and mail servers that the demo, the bench and the tests start; their libraries are not in the product's jar.
 *
 * <p>All of them listen on loopback only, on free ports, and end with the process that started them: closed when it ends
 * well, ended by their {@link io.hefu.servers.Leash} when it is killed. On Windows there is no leash, so a killed process
 * leaves its database servers running there.
 */
package io.hefu.servers;
