package cn.lingpao.targetregistry;

import cn.lingpao.testsupport.ArchitectureLaws;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_registry_keeps_the_laws_of_the_house() {
        ArchitectureLaws.check("targetregistry");
    }
}
