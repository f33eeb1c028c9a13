package cn.lingpao.sitecollector;

import cn.lingpao.testsupport.ArchitectureLaws;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_dependency_law_holds() {
        ArchitectureLaws.check("sitecollector");
    }
}
