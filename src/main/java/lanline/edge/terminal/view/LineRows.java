package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.List;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.Security;
import lanline.core.screen.Line;
import lanline.core.text.CellWidth;
import lanline.core.text.Wrap;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Style;
import org.jspecify.annotations.Nullable;

/** Cuts one line of a transcript into rows: time, flag, name, text wrapped under itself, mark. Lives for one line. */
final class LineRows implements Line.Handler<List<Row>> {
    /** Own texts leave room for a blank and the widest mark. */
    private static final int MARK = 3;

    private static final String SEPARATOR = "│";
    private static final String NOTICE = "--";
    private static final String TROUBLE = "!!";

    private final Metrics metrics;
    /** Of the text that is being cut. */
    private Links links = new Links("", false);

    private @Nullable Findings findings;

    LineRows(Metrics metrics) {
        this.metrics = metrics;
    }

    /** What stands right of the head; {@code searched}: the characters of it that are somebody's words. */
    private record Body(String text, int searched, Style style, String mark) {}

    /** What stands left of the text. */
    private record Head(String time, String flag, String name, Style nameStyle) {}

    @Override
    public List<Row> message(Line.Message line) {
        ChatMessage message = line.message();
        Theme theme = metrics.theme();
        String identity = message.with().id().text();
        Style name = message.isOwn() ? theme.style(Role.MESSAGE_OWN) : theme.nick(identity);
        Head head = new Head(
                time(line), line.mentions() ? "!" : "", line.shownName().value(), name);
        Style style = theme.style(line.mentions() ? Role.MESSAGE_MENTION : Role.MESSAGE_TEXT);
        String words = message.text().value();
        String text = words + (line.kept() ? "" : " (not kept in the history)") + weak(message) + answered(message);
        String mark = message.isOwn() ? mark(message.delivery()) : "";
        List<Row> rows = rows(head, new Body(text, words.length(), style, mark));
        Delivery.State state = message.delivery().state();
        boolean isWaitingLong =
                state == Delivery.State.QUEUED && !message.delivery().reason().isBlank();
        if (state == Delivery.State.FAILED || isWaitingLong) {
            rows.addAll(reason(message.delivery()));
        }
        return rows;
    }

    @Override
    public List<Row> said(Line.Said line) {
        Style style = metrics.theme().style(line.trouble() ? Role.MESSAGE_TROUBLE : Role.MESSAGE_NOTICE);
        Head head = new Head(time(line), "", line.trouble() ? TROUBLE : NOTICE, style);
        String text = line.text().value();
        return rows(head, new Body(text, text.length(), style, ""));
    }

    private String time(Line line) {
        return metrics.seconds()
                ? Times.seconds(line.time(), metrics.zone())
                : Times.minutes(line.time(), metrics.zone());
    }

    private static String weak(ChatMessage message) {
        return message.security() == Security.WEAK ? " (weak)" : "";
    }

    /** In words: the mark of what is sent says nothing of it. */
    private static String answered(ChatMessage message) {
        return message.delivery().state() == Delivery.State.ANSWERED ? " (answered)" : "";
    }

    private static String mark(Delivery delivery) {
        return switch (delivery.state()) {
            case QUEUED -> "…";
            case SENT, ANSWERED -> "✓";
            case DELIVERED -> "✓✓";
            case FAILED -> "✗";
            case RECEIVED -> "";
        };
    }

    private List<Row> rows(Head head, Body body) {
        int room = Math.max(1, metrics.textColumns() - (body.mark.isEmpty() ? 0 : MARK));
        String prefix = metrics.inline() ? inlineName(head) : "";
        String text = prefix + body.text;
        List<String> pieces = Wrap.rows(text, room, metrics.width());
        links = new Links(text, metrics.links());
        findings = metrics.found().isEmpty()
                ? null
                : Findings.in(text, prefix.length(), body.searched, metrics.found(), true);
        List<Row> rows = new ArrayList<>(pieces.size() + 1);
        for (int i = 0; i < pieces.size(); i++) {
            List<Span> spans = new ArrayList<>();
            if (i == 0) {
                addHead(spans, head);
            }
            addText(spans, pieces.get(i), i == 0 ? prefix.stripTrailing() : "", head, body.style);
            if (i == pieces.size() - 1) {
                addMark(spans, body.mark);
            }
            rows.add(new Row(spans));
        }
        return rows;
    }

    private String inlineName(Head head) {
        return Clip.to(head.name(), metrics.textColumns() / 2, metrics.width()) + ": ";
    }

    private void addHead(List<Span> spans, Head head) {
        if (metrics.size() == Layout.Size.STUB) {
            return;
        }
        Theme theme = metrics.theme();
        spans.add(new Span(0, head.time(), theme.style(Role.MESSAGE_TIME)));
        if (!head.flag().isEmpty()) {
            int column = metrics.inline() ? metrics.timeColumns() : metrics.flagColumn();
            spans.add(new Span(column, head.flag(), theme.style(Role.MESSAGE_MENTION)));
        }
        if (!metrics.inline()) {
            String name = Clip.right(head.name(), metrics.nameColumns(), metrics.width());
            spans.add(new Span(metrics.nameColumn(), name, head.nameStyle()));
        }
    }

    private void addText(List<Span> spans, String piece, String prefix, Head head, Style style) {
        int column = metrics.textColumn();
        if (!metrics.inline()) {
            spans.add(new Span(column - 2, SEPARATOR, metrics.theme().style(Role.BORDER)));
        }
        boolean named = !prefix.isEmpty() && piece.startsWith(prefix);
        if (named) {
            spans.add(new Span(column, prefix, head.nameStyle()));
        }
        int from = named ? prefix.length() : 0;
        CellWidth width = metrics.width();
        int first = spans.size();
        links.add(spans, piece, from, column + width.ofText(piece.substring(0, from)), style, width);
        if (findings != null) {
            findings.mark(spans, first, piece, from, metrics.theme().style(Role.MESSAGE_FOUND), width);
        }
    }

    private void addMark(List<Span> spans, String mark) {
        if (!mark.isEmpty()) {
            boolean failed = mark.equals("✗");
            Style style = metrics.theme().style(failed ? Role.MESSAGE_FAILED : Role.MESSAGE_MARK);
            spans.add(new Span(Math.max(0, metrics.columns() - MARK + 1), mark, style));
        }
    }

    private List<Row> reason(Delivery delivery) {
        boolean isWaiting = delivery.state() == Delivery.State.QUEUED;
        Style style = metrics.theme().style(isWaiting ? Role.MESSAGE_MARK : Role.MESSAGE_FAILED);
        Head none = new Head("", "", "", style);
        List<Row> rows = new ArrayList<>();
        links = new Links("", false);
        findings = null;
        String failed = delivery.mayHaveArrived() ? "✗ perhaps sent: " : "✗ not sent: ";
        String what = isWaiting ? "… waiting: " : failed;
        for (String piece : Wrap.rows(what + delivery.reason(), metrics.textColumns(), metrics.width())) {
            List<Span> spans = new ArrayList<>();
            addText(spans, piece, "", none, style);
            rows.add(new Row(spans));
        }
        return rows;
    }
}
