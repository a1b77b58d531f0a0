package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Places.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where in their city somebody lives: a district that exists, a road and a door that need not. */
final class Addresses {

  /** Everything below the city: 西湖区 and 梅影路 26 号 3 幢 502 室. */
  record Address(Place place, String district, String street) {
    String full() {
      String province = place.provinceFull().equals(place.cityFull()) ? "" : place.provinceFull();
      return province + place.cityFull() + district + street;
    }
  }

  private static final String DISTRICTS =
      """
      上海 黄浦区,徐汇区,长宁区,静安区,普陀区,虹口区,杨浦区,闵行区,宝山区,浦东新区,松江区
      北京 东城区,西城区,朝阳区,海淀区,丰台区,石景山区,通州区,大兴区,昌平区
      广州 越秀区,天河区,海珠区,荔湾区,白云区,番禺区,黄埔区
      深圳 福田区,罗湖区,南山区,宝安区,龙岗区,龙华区
      杭州 上城区,拱墅区,西湖区,滨江区,萧山区,余杭区
      宁波 海曙区,江北区,鄞州区,镇海区 温州 鹿城区,龙湾区,瓯海区 嘉兴 南湖区,秀洲区
      南京 玄武区,秦淮区,建邺区,鼓楼区,栖霞区,江宁区
      苏州 姑苏区,虎丘区,吴中区,相城区,吴江区 无锡 梁溪区,滨湖区,惠山区
      成都 锦江区,青羊区,金牛区,武侯区,成华区,龙泉驿区 重庆 渝中区,江北区,南岸区,沙坪坝区,九龙坡区
      武汉 江岸区,江汉区,硚口区,武昌区,洪山区 长沙 芙蓉区,天心区,岳麓区,开福区,雨花区
      济南 历下区,市中区,槐荫区,历城区 青岛 市南区,市北区,崂山区,李沧区
      郑州 中原区,二七区,金水区,管城回族区 西安 新城区,碑林区,莲湖区,雁塔区,未央区
      合肥 瑶海区,庐阳区,蜀山区,包河区 福州 鼓楼区,台江区,仓山区 厦门 思明区,湖里区,集美区
      天津 和平区,河东区,河西区,南开区,河北区 沈阳 和平区,沈河区,皇姑区,铁西区
      大连 中山区,西岗区,沙河口区,甘井子区 昆明 五华区,盘龙区,官渡区,西山区
      """;

  /** Of a city without districts above. */
  private static final List<String> ANYWHERE = List.of("高新区", "经开区");

  private static final List<String> ROADS =
      List.of(
          "梅影路", "松风路", "听雨路", "青竹街", "望湖路", "桂花巷", "白鹭路", "云栖街", "长亭路", "书院路", "石桥路", "春晓路", "和平路",
          "解放路", "文化路", "新华街");
  private static final Map<String, List<String>> OF_CITY = new HashMap<>();

  static {
    String[] words = DISTRICTS.strip().split("\\s+");
    for (int i = 0; i < words.length; i += 2) {
      OF_CITY.put(words[i], List.of(words[i + 1].split(",")));
    }
  }

  private final long seed;
  private final Households households;

  Addresses(long seed, Households households) {
    this.seed = seed;
    this.households = households;
  }

  /** A family lives behind one door. */
  Address of(Person person) {
    Place home = households.home(person);
    Dice dice = new Dice(seed, Topic.MEMBER_MORE, households.head(person.index()), 1);
    String district = district(dice, home);
    String street =
        dice.pick(ROADS)
            + (1 + dice.below(300))
            + "号"
            + (1 + dice.below(18))
            + "幢"
            + (1 + dice.below(26))
            + "0"
            + (1 + dice.below(4))
            + "室";
    return new Address(home, district, street);
  }

  static String district(Dice dice, Place city) {
    return dice.pick(Objects.requireNonNullElse(OF_CITY.get(city.city()), ANYWHERE));
  }
}
