package cn.lingpao.inspection.reading;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words as this package spells them: full-width letters made plain, and the traditional characters of its own vocabulary made
 * simple (Unihan database, kSimplifiedVariant). Only for comparing words; what a page says is kept as it says it.
 */
public final class Letters {

    private static final String TRADITIONAL =
            "網標識碼備證辦單聯繫電話圖動態聞時資訊專題會報發經權機關務個對導領與職稱項據條準請審許屬業設實從見規範執應當價滿評較結檢詢尋維護員點線傳郵編號農達類書館歷興進長齡無障礙簡縣區鄉鎮廳說讀記錄檔間錯糾黨總計變戶親"
                    + "舊場處內佈開區準續頁眾劃紀財戰監測環徵採購競賣贏擇須國義觀漢數後況館爾學費額補貼認選諮們暫沒刪責攔驗訪問來瀏覽輯擊閱懷適構絡輸體統佔熱鏈於";
    private static final String SIMPLE =
            "网标识码备证办单联系电话图动态闻时资讯专题会报发经权机关务个对导领与职称项据条准请审许属业设实从见规范执应当价满评较结检询寻维护员点线传邮编号农达类书馆历兴进长龄无障碍简县区乡镇厅说读记录档间错纠党总计变户亲"
                    + "旧场处内布开区准续页众划纪财战监测环征采购竞卖赢择须国义观汉数后况馆尔学费额补贴认选咨们暂没删责拦验访问来浏览辑击阅怀适构络输体统占热链于";
    private static final Map<Character, Character> SIMPLER = IntStream.range(0, TRADITIONAL.length())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(TRADITIONAL::charAt, SIMPLE::charAt, (one, same) -> one));

    private Letters() {}

    /** The text with plain digits and brackets, and simple characters; as long as it was where nothing is composed. */
    public static String plain(String text) {
        return simple(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** The text with simple characters, character by character. */
    public static String simple(String text) {
        StringBuilder simple = new StringBuilder(text.length());
        text.chars().forEach(each -> simple.append((char) SIMPLER.getOrDefault((char) each, (char) each)));
        return simple.toString();
    }
}
