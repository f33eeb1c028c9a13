package cn.lingpao.evidencereview;

import cn.lingpao.testsupport.ArchitectureLaws;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_service_keeps_the_dependency_law() {
        ArchitectureLaws.check("evidencereview");
    }
}
