package lanline.core.dialect.lab;

import java.util.ArrayList;
import java.util.List;
import lanline.core.dialect.Unfinished;
import lanline.core.model.Bytes;

/** Cuts a stream into frames, however the segments were cut. Total: what can be no frame is told by {@link #isBroken}. */
final class FrameScanner {
    private final Unfinished begun = new Unfinished();
    private boolean broken;

    /** Takes the next bytes and returns the frames that they complete. */
    List<Frame> scan(Bytes bytes) {
        if (broken) {
            return List.of();
        }
        begun.append(bytes);
        List<Frame> frames = new ArrayList<>();
        int at = 0;
        int end = endOfFrame(at);
        while (end > 0) {
            String text = begun.slice(at + Frame.HEADER_BYTES, end).toText();
            frames.add(new Frame(begun.at(at), text));
            at = end;
            end = endOfFrame(at);
        }
        begun.drop(broken ? begun.length() : at);
        return frames;
    }

    /** Where the frame that begins at {@code at} ends; 0 where it has not all come yet, or is none. */
    private int endOfFrame(int at) {
        if (at < begun.length() && !Frame.isType(begun.at(at))) {
            broken = true;
        }
        if (broken || begun.length() - at < Frame.HEADER_BYTES) {
            return 0;
        }
        int length = Frame.lengthIn(begun.slice(at, at + Frame.HEADER_BYTES));
        if (!Frame.isPlausible(length)) {
            broken = true;
            return 0;
        }
        int end = at + Frame.HEADER_BYTES + length;
        return end <= begun.length() ? end : 0;
    }

    boolean isBroken() {
        return broken;
    }

    int unfinishedBytes() {
        return begun.length();
    }
}
