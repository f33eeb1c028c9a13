/** Campaigns, targets and bonus rules from the reference data kept in memory. */
@NullMarked
package cn.lingpao.casesubmission.adapter.reference;

import org.jspecify.annotations.NullMarked;
