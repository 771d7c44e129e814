/** The promises of the hub, each proven through the whole way: real databases on both sides, told as stories. */
package io.hefu.promises;
