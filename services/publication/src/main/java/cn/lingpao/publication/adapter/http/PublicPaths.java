package cn.lingpao.publication.adapter.http;

import cn.lingpao.publication.domain.Release;
import cn.lingpao.servicesupport.DoorConfiguration;

/** Addresses of the public results API. */
final class PublicPaths {

    private PublicPaths() {}

    static String release(Release release) {
        return DoorConfiguration.API + "/public/campaigns/" + release.campaignId() + "/releases/" + release.number();
    }
}
