package cn.lingpao.gateway;

import cn.lingpao.testsupport.ArchitectureLaws;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_gateway_keeps_the_laws() {
        ArchitectureLaws.check("gateway");
    }
}
