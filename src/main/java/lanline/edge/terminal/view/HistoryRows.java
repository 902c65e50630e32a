package lanline.edge.terminal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lanline.core.model.ChatMessage;
import lanline.core.model.Delivery;
import lanline.core.model.Security;
import lanline.core.text.CellWidth;
import lanline.core.text.Wrap;
import lanline.edge.terminal.theme.Role;
import lanline.edge.terminal.theme.Theme;
import lanline.edge.terminal.tty.Style;

/** Cuts one message of the history into rows: time, way, peer, address, text. Pure for its metrics. */
final class HistoryRows {
    /** The longest dotted address; a longer one is cut. */
    private static final int ADDRESS = 15;

    private static final int NARROW_WAY = 4;
    private static final int WAY = 8;
    private static final String SEPARATOR = "│ ";

    private final Metrics metrics;

    HistoryRows(Metrics metrics) {
        this.metrics = metrics;
    }

    List<Row> of(ChatMessage message) {
        return metrics.inline() ? inline(message) : columns(message);
    }

    private List<Row> columns(ChatMessage message) {
        Theme theme = metrics.theme();
        CellWidth width = metrics.width();
        int nameColumn = metrics.timeColumns() + 1 + wayColumns() + 1;
        int addressColumn = nameColumn + metrics.nameColumns() + 1;
        String text = text(message);
        Optional<Findings> findings = findings(text, 0, message);
        List<Row> rows = new ArrayList<>();
        for (String piece : Wrap.rows(text, Math.max(1, metrics.columns() - textColumn()), width)) {
            List<Span> spans = new ArrayList<>();
            if (rows.isEmpty()) {
                spans.add(new Span(0, time(message), theme.style(Role.MESSAGE_TIME)));
                spans.add(new Span(metrics.timeColumns() + 1, way(message), theme.style(Role.MESSAGE_MARK)));
                String name = Clip.right(message.with().name().toString(), metrics.nameColumns(), width);
                spans.add(new Span(
                        nameColumn, name, theme.nick(message.with().id().text())));
                String address = Clip.to(message.with().address().text(), ADDRESS, width);
                spans.add(new Span(addressColumn, address, theme.style(Role.MESSAGE_TIME)));
            }
            spans.add(new Span(textColumn() - 2, SEPARATOR, theme.style(Role.BORDER)));
            addText(spans, textColumn(), piece, findings);
            rows.add(new Row(spans));
        }
        return rows;
    }

    private List<Row> inline(ChatMessage message) {
        String head = time(message) + " " + way(message) + " " + message.with().name() + " "
                + message.with().address() + ": ";
        String line = head + text(message);
        Optional<Findings> findings = findings(line, head.length(), message);
        List<Row> rows = new ArrayList<>();
        for (String piece : Wrap.rows(line, metrics.columns(), metrics.width())) {
            List<Span> spans = new ArrayList<>();
            addText(spans, 0, piece, findings);
            rows.add(new Row(spans));
        }
        return rows;
    }

    private Optional<Findings> findings(String line, int from, ChatMessage message) {
        int length = message.text().value().length();
        return metrics.found().isEmpty()
                ? Optional.empty()
                : Optional.of(Findings.in(line, from, length, metrics.found(), false));
    }

    private void addText(List<Span> spans, int column, String piece, Optional<Findings> findings) {
        int first = spans.size();
        Theme theme = metrics.theme();
        spans.add(new Span(column, piece, theme.style(Role.MESSAGE_TEXT)));
        findings.ifPresent(
                found -> found.mark(spans, first, piece, 0, theme.style(Role.MESSAGE_FOUND), metrics.width()));
    }

    /** The names of the columns. */
    Row head() {
        Style style = metrics.theme().style(Role.SIDEBAR_HEAD);
        if (metrics.inline()) {
            return Row.of(
                    new Span(0, Clip.to("time way peer address: text", metrics.columns(), metrics.width()), style));
        }
        int nameColumn = metrics.timeColumns() + 1 + wayColumns() + 1;
        return Row.of(
                new Span(0, "time", style),
                new Span(metrics.timeColumns() + 1, "way", style),
                new Span(nameColumn, Clip.right("peer", metrics.nameColumns(), metrics.width()), style),
                new Span(nameColumn + metrics.nameColumns() + 1, "address", style),
                new Span(textColumn() - 2, SEPARATOR, metrics.theme().style(Role.BORDER)),
                new Span(textColumn(), "text", style));
    }

    private int wayColumns() {
        return metrics.size() == Layout.Size.NARROW ? NARROW_WAY : WAY;
    }

    private int textColumn() {
        return metrics.timeColumns() + 1 + wayColumns() + 1 + metrics.nameColumns() + 1 + ADDRESS + 3;
    }

    private String time(ChatMessage message) {
        return metrics.seconds()
                ? Times.seconds(message.time(), metrics.zone())
                : Times.minutes(message.time(), metrics.zone());
    }

    private String way(ChatMessage message) {
        if (message.isOwn()) {
            return "sent";
        }
        return wayColumns() == WAY && !metrics.inline() ? "received" : "recv";
    }

    private static String text(ChatMessage message) {
        return stateOf(message) + (message.security() == Security.WEAK ? " (weak)" : "");
    }

    private static String stateOf(ChatMessage message) {
        Delivery delivery = message.delivery();
        return switch (delivery.state()) {
            case FAILED ->
                message.text() + (delivery.mayHaveArrived() ? " (✗ perhaps sent: " : " (✗ not sent: ")
                        + delivery.reason() + ")";
            case QUEUED ->
                message.text() + " (… waiting" + (delivery.reason().isBlank() ? "" : ": " + delivery.reason()) + ")";
            case ANSWERED -> message.text() + " (answered: " + delivery.reason() + ")";
            case SENT, DELIVERED, RECEIVED -> message.text().value();
        };
    }
}
