package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who made a model.
 *
 * @param name without {@code /} and {@code \}, which the format forbids
 * @param affiliation where they work
 * @param orcid such as 0000-0002-1825-0097, with its check digit
 * @param github name of their account there, by which the zoo finds who keeps up a model
 * @see <a href="https://support.orcid.org/hc/en-us/articles/360006897674">the structure of an ORCID iD</a>
 */
public record Author(
        String name,
        Optional<String> affiliation,
        Optional<String> orcid,
        Optional<String> github) {

    /**
     * @throws UNetException if a field is not as above; names the macro key
     */
    public Author {
        name = Legible.line(name).strip();
        affiliation = affiliation.map(Legible::line);
        if (name.isEmpty() || name.matches(".*[/\\\\].*")) {
            throw wrong("author", name, "a name without / and \\");
        }
        orcid.filter(id -> !isOrcid(id))
                .ifPresent(
                        id -> {
                            throw wrong("orcid", id, "16 digits such as 0000-0002-1825-0097");
                        });
        github.filter(user -> !user.matches("[A-Za-z0-9](-?[A-Za-z0-9]){0,38}"))
                .ifPresent(
                        user -> {
                            throw wrong(
                                    "github",
                                    user,
                                    "the name of an account: up to 39 letters, digits and single"
                                            + " hyphens");
                        });
    }

    private static UNetException wrong(final String key, final String value, final String allowed) {
        return new UNetException(
                key + " is '" + Legible.echo(value) + "', but must be " + allowed + ".");
    }

    /** NB: the last digit is a check digit by ISO 7064, MOD 11-2. */
    private static boolean isOrcid(final String id) {
        if (!id.matches("\\d{4}-\\d{4}-\\d{4}-\\d{3}[0-9X]")) {
            return false;
        }
        final String digits = id.replace("-", "");
        int total = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            total = (total + digits.charAt(i) - '0') * 2;
        }
        final int check = (12 - total % 11) % 11;
        return digits.charAt(15) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    /** As the description of a package has it. */
    Map<String, Object> toMap() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        affiliation.ifPresent(value -> map.put("affiliation", value));
        orcid.ifPresent(value -> map.put("orcid", value));
        github.ifPresent(value -> map.put("github_user", value));
        return map;
    }
}
