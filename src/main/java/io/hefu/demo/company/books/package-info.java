/** The true books of the demo company, invented from a seed and a day, before four systems each tell them in its own way. */
package io.hefu.demo.company.books;
