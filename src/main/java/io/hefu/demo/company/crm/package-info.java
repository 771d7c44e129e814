/** The demo company's legacy CRM: rows in memory behind real HTTP and JSON, with the manners of an old system. */
package io.hefu.demo.company.crm;
