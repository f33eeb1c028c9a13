/** Takes in innovation cases 优秀创新案例, shows them to the judges and tells of their awards. */
@NullMarked
package cn.lingpao.casesubmission;

import org.jspecify.annotations.NullMarked;
