package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Framework;

/** A framework as flat arrays, made once and used for any number of scorings. */
public final class CompiledFramework {

    private final Framework framework;

    private CompiledFramework(Framework framework) {
        this.framework = framework;
    }

    public static CompiledFramework of(Framework framework) {
        return new CompiledFramework(framework);
    }

    public Framework framework() {
        return framework;
    }
}
