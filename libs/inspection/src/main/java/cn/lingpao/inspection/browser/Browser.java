package cn.lingpao.inspection.browser;

import java.net.URI;

/** A real browser, where the machine has one; it obeys the same rules of address and robots as every other request. */
public interface Browser {

    /** Opens a page and waits until it has come to rest. */
    Rendering render(URI url);

    /** The same, and runs the accessibility audit on it. */
    Rendering audit(URI url);
}
