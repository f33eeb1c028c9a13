package cn.lingpao.portal.web;

/** Nothing was published under this address. */
final class NothingPublished extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
