package lanline.core.trust;

import java.util.List;
import java.util.stream.IntStream;
import lanline.core.model.Bytes;

/**
 * The words that people read to each other: 256, so that each stands for a byte. Plain, of four to seven letters, told apart by the first four,
 * and none sounds like another one.
 */
final class WordList {
    static final int SIZE = 256;

    private static final List<String> WORDS = List.of("""
            acid acorn agent album amber angle apron arch armor atlas atom attic award badge baker
            banjo barrel beach berry border bottle bread brick bronze bubble button cabin camel
            canoe cargo cedar chalk circus cloud clover coffee copper cradle crayon dairy dancer
            decimal deputy desert doctor dolphin donkey drawer drum dungeon duplex dynamo echo
            eclipse editor elbow elder empire engine epoch equator evening exit expert fabric family
            fence fiddle finger fireman flask flute forest fossil freckle friday furnace galaxy
            gallon garage garden garlic giant globe goblin gorilla grammar granite gravel guitar
            harvest heaven helmet hickory highway horizon hotel hurdle hybrid iceberg igloo image
            index infant insect island ivory jacket jaguar jelly jersey jigsaw journal junior kayak
            kennel ketchup kidney kimono kingdom kitchen kiwi knife koala ladder lagoon lamp lasso
            laundry lemon leopard library lilac limit lizard lobster lunch lyric magnet mammoth
            maple meadow mentor mercury metal milk mirror mitten mosaic muffin museum mustard napkin
            nature needle nephew nest nickel north nurse nylon oasis object ocean office olive
            omelet onion opera orange orbit otter outfit oval oxygen pagoda palace parrot peanut
            pencil picnic pillow poem polar potato prairie puppet puzzle pyramid quail quarter queen
            rabbit raccoon radish railway rainbow razor recipe reptile rescue ribbon river ruby
            runway salad scarf secret shelf signal smoke soccer sofa spider sulfur summer sunset
            swan symbol tavern teapot tennis thimble thunder toast tornado tower trumpet tulip
            typhoon ukulele uniform utensil vacuum valley verb vessel video village violin volcano
            voyage waffle walnut wedding welcome whisker window wolf wombat wrench yacht yogurt
            zebra zenith zigzag
            """.strip().split("\\s+"));

    private WordList() {}

    static String of(byte number) {
        return WORDS.get(number & 0xFF);
    }

    /** A word for each of the first {@code count} bytes. */
    static List<String> first(int count, Bytes bytes) {
        return IntStream.range(0, count).mapToObj(at -> of(bytes.at(at))).toList();
    }
}
