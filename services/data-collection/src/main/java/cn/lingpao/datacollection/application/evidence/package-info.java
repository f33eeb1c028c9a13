/** What is done with evidence: brought, read, verified, compared, and archived. */
@NullMarked
package cn.lingpao.datacollection.application.evidence;

import org.jspecify.annotations.NullMarked;
