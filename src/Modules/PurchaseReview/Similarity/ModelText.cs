using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

internal enum ModelRelation : byte { None, Series, Same, Exact }

/// <summary>One model as it was written, cut into runs of letters and digits: Talos F200X is talos·f·200·x.</summary>
internal sealed class ModelText
{
    // Abbreviations of techniques that lists put before a model; UV-2550 and AFS-9130 keep theirs, so these only count as possibly absent.
    static readonly HashSet<string> Techniques = new(StringComparer.Ordinal)
    {
        "gc", "lc", "hplc", "uplc", "uhplc", "ms", "gcms", "lcms", "icp", "icpms", "icpoes", "icpaes", "aas", "aa", "afs", "uv", "uvvis", "ftir", "ir", "nmr", "sem", "tem", "fesem",
        "xrd", "xrf", "pcr", "qpcr", "dsc", "tga", "sta", "dma", "toc", "ic", "gpc", "epr", "afm", "spm", "xps", "raman", "edx", "eds", "bet", "feg", "fib", "epma", "model", "type", "pro",
    };

    // Words of a generation or an outfit: they make a model newer or richer, not another one.
    static readonly HashSet<string> Generations = new(StringComparer.Ordinal)
    {
        "infinity", "ii", "iii", "iv", "plus", "pro", "hd", "new", "deep", "touch", "system", "series", "type", "advance", "evo", "fast", "flex", "ultra", "basic", "mark", "neo", "g2", "g3", "g4",
    };

    static readonly HashSet<string> Makers = MakerWords();

    ModelText(string compact, List<string> runs, bool hasDigits)
    {
        Compact = compact;
        Runs = [.. runs];
        HasDigits = hasDigits;
        Core = CoreOf(runs);
        Bare = string.Concat(runs.Where(run => !Techniques.Contains(run)));
        Sorted = [.. runs.Order(StringComparer.Ordinal)];
    }

    public string Compact { get; }
    public string[] Runs { get; }
    public bool HasDigits { get; }

    /// <summary>The number that names the model, with the letters on both sides of it.</summary>
    public (string Before, string Number, string After) Core { get; }

    /// <summary>Without the abbreviations of techniques: ACQUITY UPLC H-Class is the ACQUITY H-Class.</summary>
    string Bare { get; }

    /// <summary>Quantulus 1220 is the 1220 Quantulus.</summary>
    string[] Sorted { get; }

    /// <summary>Enough of its own to mean one model whatever else is written.</summary>
    public bool Distinctive => HasDigits ? Compact.Length >= 5 && Runs.Length >= 2 : Compact.Length >= 6;

    public static IReadOnlyList<ModelText> Read(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return [];
        var texts = new List<ModelText>();
        foreach (var part in written.Split(['/', ',', '，', '、', '；', ';', '&', '+', '（', '）', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Add(texts, part);
        if (texts.Count > 1) Add(texts, written);
        return texts;
    }

    static void Add(List<ModelText> texts, string part)
    {
        var words = new List<string>();
        foreach (var word in FoldedText.Name(part).Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries))
            words.AddRange(LatinRuns(word));
        // The maker goes, wherever it stands before the number.
        while (words.Count > 1 && (Makers.Contains(words[0]) || (words.Count > 2 && Makers.Contains(words[0] + words[1])))) words.RemoveRange(0, Makers.Contains(words[0]) ? 1 : 2);
        if (words.Count == 1 && Makers.Contains(words[0])) return;
        if (words.Count > 0 && StripMaker(words[0]) is { } rest) words[0] = rest;
        if (words.Count > 2 && Techniques.Contains(words[0]) && char.IsAsciiDigit(words[1][0]) is false) words.RemoveAt(0);
        var compact = string.Concat(words);
        var digits = words.Exists(w => char.IsAsciiDigit(w[0]));
        if (compact.Length < 2 || (!digits && (compact.Length < 4 || Techniques.Contains(compact))) || IsQuantity(words)) return;
        if (digits && words.Count == 1 && compact.Length < 3) return;
        if (!texts.Exists(known => known.Compact == compact)) texts.Add(new ModelText(compact, words, digits));
    }

    static IEnumerable<string> LatinRuns(string word)
    {
        for (var i = 0; i < word.Length;)
        {
            if (FoldedText.IsHan(word[i])) { i++; continue; }
            var from = i;
            var digit = char.IsAsciiDigit(word[i]);
            while (i < word.Length && !FoldedText.IsHan(word[i]) && char.IsAsciiDigit(word[i]) == digit) i++;
            yield return word[from..i];
        }
    }

    // "400 MHz" and "24位" are figures, not models.
    static bool IsQuantity(List<string> words) => words.Count == 2 && char.IsAsciiDigit(words[0][0]) && words[1] is ("mhz" or "kv" or "nm" or "khz" or "ghz" or "ml" or "kn");

    static string? StripMaker(string run)
    {
        for (var length = run.Length - 3; length >= 4; length--)
        {
            if (Makers.Contains(run[..length])) return run[length..];
        }
        return null;
    }

    static HashSet<string> MakerWords()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var brand in Brands.All)
        {
            foreach (var text in brand.Spellings.Select(s => s.Text).Append(brand.NameZh))
            {
                var compact = FoldedText.Compact(text);
                if (compact.Length >= 2 && compact.All(c => !FoldedText.IsHan(c))) words.Add(compact);
                foreach (var word in FoldedText.Name(text).Split(' '))
                {
                    if (word.Length >= 4 && word.All(char.IsAsciiLetter)) words.Add(word);
                }
            }
        }
        words.ExceptWith(["park", "lake", "pace", "delta", "elite", "spectro", "genesis", "quantum", "design", "system", "systems", "scientific", "united", "nicolet"]);
        return words;
    }

    static (string Before, string Number, string After) CoreOf(List<string> runs)
    {
        var best = -1;
        for (var i = 0; i < runs.Count; i++)
        {
            if (char.IsAsciiDigit(runs[i][0]) && (best < 0 || runs[i].Length > runs[best].Length)) best = i;
        }
        if (best < 0) return (string.Concat(runs), "", "");
        return (string.Concat(runs.Take(best)), runs[best], best + 1 < runs.Count ? runs[best + 1] : "");
    }

    public static ModelRelation Compare(IReadOnlyList<ModelText> ours, IReadOnlyList<ModelText> theirs)
    {
        var best = ModelRelation.None;
        foreach (var one in ours)
        {
            foreach (var other in theirs)
            {
                var relation = Compare(one, other);
                if (relation > best) best = relation;
            }
        }
        return best;
    }

    static ModelRelation Compare(ModelText one, ModelText other)
    {
        if (one.Compact == other.Compact) return ModelRelation.Exact;
        if (one.Bare.Length >= 4 && one.Bare == other.Bare) return ModelRelation.Exact;
        if (one.HasDigits && one.Runs.Length > 1 && one.Runs.Length == other.Runs.Length && one.Compact.Length == other.Compact.Length && one.Sorted.AsSpan().SequenceEqual(other.Sorted)) return ModelRelation.Same;
        if (!one.HasDigits || !other.HasDigits) return CompareNames(one, other);
        var (a, b) = (one.Core, other.Core);
        if (a.Number == b.Number && SameAround(one, other))
            return ModelRelation.Same;
        if (WholeWithin(one, other) || WholeWithin(other, one) || Continues(one, other) || Continues(other, one)) return ModelRelation.Same;
        var (x, y) = (WithoutTechnique(a.Before), WithoutTechnique(b.Before));
        if (x.Length >= 2 && (x == y || (x.Length >= 4 && Distance(x, y) <= 1)) && (a.Number.Length == b.Number.Length && (a.Number[0] == b.Number[0] || x.Length >= 4) || a.Number == b.Number))
            return ModelRelation.Series;
        // 7890A and 7890B: one series, two generations.
        return a.Number.Length >= 4 && a.Number == b.Number && Alike(x, y) ? ModelRelation.Series : ModelRelation.None;
    }

    static ModelRelation CompareNames(ModelText one, ModelText other)
    {
        if (one.HasDigits != other.HasDigits)
        {
            var (named, numbered) = one.HasDigits ? (other, one) : (one, other);
            return named.Compact.Length >= 5 && numbered.Core.Before == named.Compact ? ModelRelation.Series : ModelRelation.None;
        }
        if (one.Compact.Length >= 6 && other.Compact.Length >= 6)
        {
            if (Distance(one.Compact, other.Compact) <= 1) return ModelRelation.Same;
            if (one.Compact.StartsWith(other.Compact, StringComparison.Ordinal) || other.Compact.StartsWith(one.Compact, StringComparison.Ordinal)) return ModelRelation.Series;
        }
        return ModelRelation.None;
    }

    // PE900T and PinAAcle 900T, Q6 and QuantStudio 6, vw620H and UW-620H, F200X and Talos F200X.
    static bool SameAround(ModelText one, ModelText other)
    {
        var (a, b) = (one.Core, other.Core);
        var rest = Rest(one) == Rest(other) || ExtraIsGeneration(one, other);
        if (!rest) return false;
        var (x, y) = (a.Before, b.Before);
        if (x == y) return true;
        var strong = a.Number.Length + Math.Min(a.After.Length, b.After.Length) >= 4 || a.Number.Length >= 3;
        var (u, v) = (WithoutTechnique(x), WithoutTechnique(y));
        if (u == v) return strong || u.Length >= 2;
        if (u.Length == 0 || v.Length == 0) return strong;
        if (u.EndsWith(v, StringComparison.Ordinal) || v.EndsWith(u, StringComparison.Ordinal)) return strong || Math.Min(u.Length, v.Length) >= 2;
        var (few, many) = u.Length < v.Length ? (u, v) : (v, u);
        if (few.Length >= 4 && a.Number.Length >= 3 && many.StartsWith(few, StringComparison.Ordinal)) return true;
        if (few.Length <= 2 && many.Length >= 5 && IsInitials(few, many)) return true;
        if (few.Length >= 4 && Distance(u, v) <= (few.Length >= 7 ? 2 : 1)) return true;
        return few.Length == many.Length && few.Length is 2 or 3 && a.Number.Length >= 3 && a.After.Length > 0 && Distance(u, v) <= 1;
    }

    static string Rest(ModelText text)
    {
        var at = Array.IndexOf(text.Runs, text.Core.Number);
        return string.Concat(text.Runs.Skip(at + 1));
    }

    static bool ExtraIsGeneration(ModelText one, ModelText other)
    {
        var (a, b) = (Rest(one), Rest(other));
        var (few, many) = a.Length < b.Length ? (a, b) : (b, a);
        return many.StartsWith(few, StringComparison.Ordinal) && IsGeneration(many[few.Length..]);
    }

    static bool IsGeneration(string extra)
    {
        while (extra.Length > 0)
        {
            var word = Generations.Where(w => extra.StartsWith(w, StringComparison.Ordinal)).MaxBy(w => w.Length);
            if (word is null) return false;
            extra = extra[word.Length..];
        }
        return true;
    }

    // 1260 within 1260 Infinity II, GeminiSEM 500 within ZEISS GeminiSEM 500 FEG: the shorter one whole, at a boundary, with its number.
    static bool WholeWithin(ModelText few, ModelText many)
    {
        if (few.Runs.Length >= many.Runs.Length || few.Compact.Length < 3) return false;
        for (var from = 0; from + few.Runs.Length <= many.Runs.Length; from++)
        {
            if (!few.Runs.AsSpan().SequenceEqual(many.Runs.AsSpan(from, few.Runs.Length))) continue;
            var before = string.Concat(many.Runs.Take(from));
            var after = many.Runs.Skip(from + few.Runs.Length).ToArray();
            if (after.Length > 0 && char.IsAsciiDigit(after[0][0])) return false;
            var letters = string.Concat(after);
            // A single letter after a bare number is a model of its own (7890A); after a named series one list left it out (PPMS-9, PPMS-9T).
            if (char.IsAsciiDigit(few.Runs[^1][0]) && after.Length > 0 && after[0].Length == 1 && !(few.Runs.Length >= 2 && few.Runs[0].Length >= 2 && !Techniques.Contains(few.Runs[0]))) return false;
            if (after.Any(run => char.IsAsciiDigit(run[0])) && !IsGeneration(letters)) return few.Compact.Length >= 5 && few.Runs.Length >= 2;
            return few.Compact.Length >= 4 || (before.Length == 0 && letters.Length == 0) || (few.Runs.Length >= 2 && few.Compact.Length >= 3);
        }
        return false;
    }

    // SeaBat T50 and SeaBatT50-P: the same letters and numbers, then a letter more.
    static bool Continues(ModelText few, ModelText many) => few.Compact.Length >= 7 && many.Compact.Length == few.Compact.Length + 1
        && many.Compact.StartsWith(few.Compact, StringComparison.Ordinal) && char.IsAsciiLetter(many.Compact[^1]);

    static string WithoutTechnique(string letters) => Techniques.Contains(letters) ? "" : letters;

    static bool Alike(string one, string other) => one.Length == 0 || other.Length == 0 || one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal);

    static bool IsInitials(string few, string many)
    {
        if (few[0] != many[0]) return false;
        var at = 0;
        foreach (var c in many)
        {
            if (at < few.Length && few[at] == c) at++;
        }
        return at == few.Length;
    }

    static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 2) return 3;
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var up = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                corner = up;
            }
        }
        return row[other.Length];
    }
}
