package cn.lingpao.portal.web;

/**
 * Where a browser finds the results API.
 *
 * @param address scheme, host and port; empty for the site's own
 */
public record PublicApi(String address) {

    String campaign(String campaign) {
        return address + "/api/v1/public/campaigns/" + campaign;
    }

    String release(String campaign, int number) {
        return campaign(campaign) + "/releases/" + number;
    }
}
