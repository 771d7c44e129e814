/** The command line: what a person types and what it prints, over the public faces of the modules. */
package io.hefu.cli;
