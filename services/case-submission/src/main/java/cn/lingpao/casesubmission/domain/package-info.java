/** The form of a case, what may be attached to it and what a judge may award; plain Java. */
@NullMarked
package cn.lingpao.casesubmission.domain;

import org.jspecify.annotations.NullMarked;
