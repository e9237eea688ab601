package io.github.unetfiji.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What each criterion would have picked in the trainings of {@link BestIterationDemo}: by how much the pixel or Rand error of what it picks is larger
 * than that of the best there was (its regret), on the slices that decide and on the two others; as if the training had ended after every
 * validation from the third on. One argument, the file that the demo wrote, and how many iterations there are between two validations.
 */
final class BestIterationTable {

    private static final List<String> ERRORS =
            List.of("pixel_error", "other_pixel_error", "other_rand_error");

    /** A validation, by the names of the columns. */
    private record Look(Map<String, String> cells) {

        double number(final String column) {
            final String cell = cells.get(column);
            return cell == null ? Double.NaN : Double.parseDouble(cell);
        }

        String run() {
            return cells.get("data") + cells.get("seed");
        }
    }

    /** The smaller, the better; one value a validation, from it and those before. */
    private interface Criterion extends Function<List<Look>, double[]> {}

    private BestIterationTable() {}

    public static void main(final String[] args) throws IOException {
        final List<String> lines = Files.readAllLines(Path.of(args[0]));
        final String[] header = lines.get(0).split(",");
        final int every = Integer.parseInt(args[1]);
        final Map<String, List<Look>> last = new LinkedHashMap<>();
        final Map<String, List<Look>> mean = new LinkedHashMap<>();
        for (final String line : lines.subList(1, lines.size())) {
            final String[] values = line.split(",");
            final Map<String, String> cells = new LinkedHashMap<>();
            IntStream.range(0, header.length).forEach(i -> cells.put(header[i], values[i]));
            final Look look = new Look(cells);
            if (look.number("iteration") % every == 0) {
                (cells.get("weights").equals("last") ? last : mean)
                        .computeIfAbsent(look.run(), run -> new ArrayList<>())
                        .add(look);
            }
        }
        System.out.println(
                "| criterion | " + String.join(" | largest | ", ERRORS) + " | largest |");
        System.out.println("|---" + "|---|---".repeat(ERRORS.size()) + "|");
        criteria().forEach((name, criterion) -> row(name, criterion, last, last));
        if (!mean.isEmpty()) {
            row("mean of the weights, the last", newest(), mean, last);
        }
    }

    private static Map<String, Criterion> criteria() {
        final ToDoubleFunction<Look> loss = look -> look.number("loss");
        final ToDoubleFunction<Look> iou = look -> -look.number("iou");
        final Map<String, Criterion> criteria = new LinkedHashMap<>();
        criteria.put("loss", smoothed(loss, 1));
        criteria.put("loss, mean of 3", meanOfThree(loss));
        criteria.put("loss, exponential (1/2)", smoothed(loss, 0.5));
        criteria.put("loss, exponential (0.3)", smoothed(loss, 0.3));
        criteria.put("IoU of the most probable class", smoothed(iou, 1));
        criteria.put("this IoU, mean of 3", meanOfThree(iou));
        criteria.put("this IoU, exponential (1/2)", smoothed(iou, 0.5));
        criteria.put(
                "loss x (1 - this IoU)",
                smoothed(look -> look.number("loss") * (1 - look.number("iou")), 1));
        criteria.put(
                "mean IoU at its best threshold", smoothed(look -> -look.number("best_iou"), 1));
        criteria.put(
                "1 - F at its best threshold", smoothed(look -> look.number("pixel_error"), 1));
        criteria.put("the last", newest());
        return criteria;
    }

    private static Criterion newest() {
        return looks -> IntStream.range(0, looks.size()).mapToDouble(i -> -i).toArray();
    }

    private static Criterion meanOfThree(final ToDoubleFunction<Look> value) {
        return looks ->
                IntStream.range(0, looks.size())
                        .mapToDouble(
                                i ->
                                        looks.subList(Math.max(0, i - 2), i + 1).stream()
                                                .mapToDouble(value)
                                                .average()
                                                .orElseThrow())
                        .toArray();
    }

    /** An exponential mean. */
    private static Criterion smoothed(final ToDoubleFunction<Look> value, final double newest) {
        return looks -> {
            final double[] values = looks.stream().mapToDouble(value).toArray();
            for (int i = 1; i < values.length; i++) {
                values[i] = values[i - 1] + newest * (values[i] - values[i - 1]);
            }
            return values;
        };
    }

    private static void row(
            final String name,
            final Criterion criterion,
            final Map<String, List<Look>> picked,
            final Map<String, List<Look>> there) {
        final StringBuilder cells = new StringBuilder();
        int cases = 0;
        for (final String error : ERRORS) {
            final List<Double> regrets = regrets(criterion, picked, there, error);
            cases = regrets.size();
            cells.append(
                    String.format(
                            Locale.ROOT,
                            " %.4f | %.4f |",
                            numbers(regrets).average().orElse(Double.NaN),
                            numbers(regrets).max().orElse(Double.NaN)));
        }
        System.out.println("| " + name + " (" + cases + ") |" + cells);
    }

    private static List<Double> regrets(
            final Criterion criterion,
            final Map<String, List<Look>> picked,
            final Map<String, List<Look>> there,
            final String error) {
        final List<Double> regrets = new ArrayList<>();
        picked.forEach(
                (run, looks) -> {
                    final double[] values = criterion.apply(looks);
                    for (int n = 3; n <= looks.size() && Double.isFinite(values[0]); n++) {
                        final Look best = looks.get(smallest(Arrays.copyOf(values, n)));
                        regrets.add(regret(best, until(there.get(run), looks.get(n - 1)), error));
                    }
                });
        return regrets;
    }

    private static List<Look> until(final List<Look> looks, final Look last) {
        return looks.stream()
                .filter(look -> look.number("iteration") <= last.number("iteration"))
                .toList();
    }

    private static double regret(final Look look, final List<Look> there, final String error) {
        return look.number(error)
                - there.stream().mapToDouble(each -> each.number(error)).min().orElseThrow();
    }

    private static DoubleStream numbers(final List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue);
    }

    /** The first of the smallest. */
    private static int smallest(final double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] < values[best] ? i : best;
        }
        return best;
    }
}
