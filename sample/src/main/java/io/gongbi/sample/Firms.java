package io.gongbi.sample;

import io.gongbi.sample.Addresses.Address;
import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Places.Place;
import java.util.List;
import java.util.Optional;

/**
 * Where people work together: of every 400 people those of one city, 6 in 10 of them, are
 * colleagues in one firm of some 2 to 20. On their card most have left the firm's address, 6 in 10
 * the number of its front desk, a landline or a mobile; every third parcel goes to the firm.
 */
final class Firms {

  private static final int NEIGHBOURS = 400;
  private static final double EMPLOYED = 0.6;
  private static final double LEAVES_ITS_NUMBER = 0.6;
  private static final double LEAVES_ITS_ADDRESS = 0.7;
  private static final double PARCEL_TO_IT = 0.33;
  private static final List<String> ROADS =
      List.of("科创路", "金融街", "软件园路", "建设大道", "中山路", "迎宾大道", "滨江大道", "创业路");
  private static final List<String> BUILDINGS =
      List.of("汇金大厦", "国贸中心", "时代广场", "科技园A座", "银泰写字楼", "环球中心", "创新大厦", "恒隆广场");

  /** Area codes (区号) of the cities in {@link Places}. */
  private static final String AREA_CODES =
      """
      上海 021 北京 010 广州 020 深圳 0755 东莞 0769 佛山 0757 珠海 0756 惠州 0752 中山 0760
      杭州 0571 宁波 0574 温州 0577 嘉兴 0573 金华 0579 绍兴 0575 南京 025 苏州 0512 无锡 0510
      常州 0519 南通 0513 徐州 0516 扬州 0514 成都 028 绵阳 0816 重庆 023 武汉 027 宜昌 0717
      长沙 0731 株洲 0731 济南 0531 青岛 0532 烟台 0535 潍坊 0536 临沂 0539 郑州 0371 洛阳 0379
      南阳 0377 西安 029 咸阳 029 合肥 0551 芜湖 0553 黄山 0559 福州 0591 厦门 0592 泉州 0595
      南昌 0791 景德镇 0798 石家庄 0311 保定 0312 唐山 0315 天津 022 沈阳 024 大连 0411 长春 0431
      哈尔滨 0451 太原 0351 昆明 0871 贵阳 0851 南宁 0771 海口 0898 兰州 0931 乌鲁木齐 0991
      呼和浩特 0471
      """;

  /**
   * @param phone as its people write it: 0571-88123456, or a mobile that lies at the desk
   */
  record Firm(Place city, Address address, String phone) {}

  private final long seed;
  private final Firm[] firms;

  Firms(long seed, int customers, People people, Phones phones) {
    this.seed = seed;
    firms = new Firm[(customers + NEIGHBOURS - 1) / NEIGHBOURS];
    for (int i = 0; i < firms.length; i++) {
      firms[i] = found(i, people, phones);
    }
  }

  private Firm found(int number, People people, Phones phones) {
    Dice dice = new Dice(seed, Topic.FIRM, number, 0);
    Place city = people.person(number * NEIGHBOURS + dice.below(NEIGHBOURS)).home();
    String street =
        dice.pick(ROADS)
            + (1 + dice.below(400))
            + "号"
            + dice.pick(BUILDINGS)
            + (3 + dice.below(25))
            + "层";
    String phone =
        dice.chance(0.5)
            ? areaCode(city) + "-" + (20_000_000 + dice.below(68_000_000))
            : phones.frontDesk(number);
    return new Firm(city, new Address(city, Addresses.district(dice, city), street), phone);
  }

  private static String areaCode(Place city) {
    String[] words = AREA_CODES.strip().split("\\s+");
    for (int i = 0; i < words.length; i += 2) {
      if (words[i].equals(city.city())) {
        return words[i + 1];
      }
    }
    throw new IllegalStateException("no area code of " + city);
  }

  Optional<Firm> of(Person person) {
    int number = person.index() / NEIGHBOURS;
    if (number >= firms.length
        || !firms[number].city().equals(person.home())
        || Households.isFamily(seed, person.index())
        || !new Dice(seed, Topic.FIRM, person.index(), 1).chance(EMPLOYED)) {
      return Optional.empty();
    }
    return Optional.of(firms[number]);
  }

  /** Whose front desk this person named as their phone. */
  Optional<Firm> phoneOnCard(Person person) {
    return of(person)
        .filter(f -> new Dice(seed, Topic.FIRM, person.index(), 2).chance(LEAVES_ITS_NUMBER));
  }

  Optional<Firm> addressOnCard(Person person) {
    return of(person)
        .filter(f -> new Dice(seed, Topic.FIRM, person.index(), 3).chance(LEAVES_ITS_ADDRESS));
  }

  Optional<Firm> receiving(Person person, Visit visit) {
    return of(person)
        .filter(
            f ->
                new Dice(seed, Topic.FIRM, person.index(), 10L + visit.number())
                    .chance(PARCEL_TO_IT));
  }
}
