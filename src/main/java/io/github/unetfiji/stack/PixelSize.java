package io.github.unetfiji.stack;

import io.github.unetfiji.UNetException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The size of an image's pixels in the specimen.
 *
 * @param x width, above 0
 * @param y height, above 0
 * @param unit of both
 */
public record PixelSize(double x, double y, LengthUnit unit) {

    private static final MathContext DIGITS = new MathContext(4);

    /**
     * @throws UNetException if the width or the height is not above 0 and finite
     */
    public PixelSize {
        if (!isLength(x) || !isLength(y)) {
            throw new UNetException(
                    "The pixel size is " + x + " x " + y + ", but must be above 0 and finite.");
        }
    }

    /** The pixel size of a calibration; empty if it has none, or if its units are no units of length. */
    public static Optional<PixelSize> of(
            final double x, final String unitOfX, final double y, final String unitOfY) {
        final Optional<LengthUnit> first = LengthUnit.of(unitOfX);
        final Optional<LengthUnit> second = LengthUnit.of(unitOfY);
        if (first.isEmpty() || second.isEmpty() || !isLength(x) || !isLength(y)) {
            return Optional.empty();
        }
        final LengthUnit unit = first.get();
        final double same = unit == second.get() ? y : y * second.get().meters() / unit.meters();
        return Optional.of(new PixelSize(x, same, unit));
    }

    private static boolean isLength(final double value) {
        return value > 0 && Double.isFinite(value);
    }

    /** The width of these pixels over that of others: 2 if these are twice as wide. */
    public double widthOver(final PixelSize other) {
        return x * unit.meters() / (other.x * other.unit.meters());
    }

    /** The height of these pixels over that of others. */
    public double heightOver(final PixelSize other) {
        return y * unit.meters() / (other.y * other.unit.meters());
    }

    /** The size of pixels of which so many lie in one of these, along x and along y. */
    public PixelSize dividedBy(final int factor) {
        return factor == 1 ? this : new PixelSize(x / factor, y / factor, unit);
    }

    /** A text with four digits, such as {@code 4x4 nm}. */
    @Override
    public String toString() {
        return digits(x) + "x" + digits(y) + " " + unit.symbol();
    }

    private static String digits(final double value) {
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
