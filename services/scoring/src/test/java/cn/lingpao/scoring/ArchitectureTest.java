package cn.lingpao.scoring;

import cn.lingpao.testsupport.ArchitectureLaws;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void scoring_keeps_the_laws() {
        ArchitectureLaws.check("scoring");
    }
}
