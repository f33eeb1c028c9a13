package cn.lingpao.casesubmission;

import cn.lingpao.testsupport.ArchitectureLaws;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void case_submission_keeps_the_laws_of_the_house() {
        ArchitectureLaws.check("casesubmission");
    }
}
