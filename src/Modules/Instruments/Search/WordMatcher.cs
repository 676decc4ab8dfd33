namespace Modular.Instruments;

/// <summary>
/// Finds the documents of one segment that answer to one word and scores them. The order of worth: model in full, kind of
/// instrument, name, maker, class, unit, place, text; within the names the head word before the rest.
/// </summary>
internal ref struct WordMatcher(CatalogueSegment segment, SearchScratch scratch, Span<DocumentScore> scores)
{
    private readonly Span<DocumentScore> _scores = scores;
    private readonly Span<ushort> _nameScores = scratch.NameScores(segment.Names.Count);
    private byte _bit;

    public void Match(QueryWord word, int position)
    {
        _bit = (byte)(1 << position);
        MatchNames(word);
        if (word.Chinese)
        {
            ScoreAll(segment.Models, segment.ModelLookup.Grams, m => m.Folded, word.Literal, 55);
            ScoreAll(segment.Makers, segment.MakerLookup.Grams, m => m.Folded, word.Literal, 50);
        }
        else
        {
            MatchModels(word, word.Compact);
            if (word.Joined is not null)
                MatchModels(word, word.Joined);
            MatchMakers(word);
        }
        if (word.Brand is { } brand)
        {
            foreach (var maker in segment.MakersOfBrand.Of(brand.Id))
                Score(segment.Makers.Documents.Of(maker), 60);
            foreach (var model in segment.ModelsOfBrand.Of(brand.Id))
                Score(segment.Models.Documents.Of(model), 56);
        }
        MatchFewValues(word);
        MatchTexts(word);
    }

    private readonly void Score(ReadOnlySpan<int> documents, int score)
    {
        foreach (var document in documents)
        {
            ref var cell = ref _scores[document];
            if ((cell.Words & _bit) == 0)
            {
                cell.Words |= _bit;
                cell.Best = (ushort)score;
                cell.Total += (ushort)score;
            }
            else if (score > cell.Best)
            {
                cell.Total += (ushort)(score - cell.Best);
                cell.Best = (ushort)score;
            }
        }
    }

    private readonly void MatchNames(QueryWord word)
    {
        MatchKinds(word);
        if (word.Brand is { } brand)
        {
            foreach (var name in segment.NamesOfBrand.Of(brand.Id))
                Note(name, 56);
        }
        if (!word.Chinese)
        {
            MatchNameRuns(word, word.Compact);
            if (word.Joined is not null)
                MatchNameRuns(word, word.Joined);
        }
        else if (word.Loose)
            MatchLoosely(word.Literal);
        else
        {
            foreach (var name in CandidatesFor(segment.NameLookup.Grams, word.Literal))
                Note(name, ScoreInName(word, segment.Names.Values[name]));
        }

        foreach (var name in scratch.TouchedNames)
        {
            Score(segment.Names.Documents.Of(name), _nameScores[name]);
            _nameScores[name] = 0;
        }
        scratch.TouchedNames.Clear();
    }

    private readonly void Note(int name, int score)
    {
        if (score <= 0)
            return;
        if (_nameScores[name] == 0)
            scratch.TouchedNames.Add(name);
        if (score > _nameScores[name])
            _nameScores[name] = (ushort)score;
    }

    private readonly void MatchKinds(QueryWord word)
    {
        if (word.Kinds.Count == 0)
            return;
        foreach (var kind in word.AnsweringKinds)
        {
            foreach (var name in segment.NamesOfKind.Of(kind))
            {
                var value = segment.Names.Values[name];
                Note(name, word.AnswerOf(value.Reading) + (value.Zh == word.Literal ? 12 : 0));
            }
        }
        // Few names hold a second kind; they are looked through rather than indexed.
        foreach (var name in segment.NamesWithSeveralKinds)
            Note(name, word.AnswerOf(segment.Names.Values[name].Reading));
    }

    private static int ScoreInName(QueryWord word, NameValue name)
    {
        var at = name.Zh.IndexOf(word.Literal, StringComparison.Ordinal);
        if (at < 0)
            return 0;
        var closeness = 8 * word.Literal.Length / name.Zh.Length;
        if (word.Kinds.Count > 0 && name.Reading is not null)
        {
            // The name has the word but means another instrument: 液相色谱 in 液相色谱-质谱联用仪.
            var answer = word.AnswerOf(name.Reading);
            return answer > 0 ? answer + closeness : 36 + closeness;
        }
        return name.Zh.Length == word.Literal.Length ? 96
            : at + word.Literal.Length == name.Zh.Length ? 72 + closeness
            : at == 0 ? 62 + closeness
            : 54 + closeness;
    }

    private readonly void MatchNameRuns(QueryWord word, string text)
    {
        var (from, to) = segment.NameLookup.Runs.Range(text);
        for (var i = from; i < to; i++)
        {
            var match = segment.NameLookup.Runs.At(i, text.Length);
            var score = word.HasDigits
                ? (match.FromStart, match.ToEnd) switch { (true, true) => 100, (_, true) => 82, (true, _) => 68, _ => 52 }
                : match.WholeWord ? 66 : word.Kinds.Count > 0 ? 0 : 46;
            Note(match.Value, word.Kinds.Count > 0 && !word.Product ? score * 6 / 10 : score);
        }
    }

    private readonly void MatchModels(QueryWord word, string text)
    {
        var (from, to) = segment.ModelLookup.Runs.Range(text);
        for (var i = from; i < to; i++)
        {
            var match = segment.ModelLookup.Runs.At(i, text.Length);
            var ratio = 10 * text.Length / match.RunLength;
            var score = word.Kinds.Count > 0 && !word.Product ? (match.WholeWord ? 50 : 0)
                : (match.FromStart, match.ToEnd) switch
                {
                    (true, true) => 120,
                    (_, true) when text.Length > 2 => 100 + (ratio / 2),
                    (true, _) => (match.WholeWord ? 84 : 78) + ratio,
                    _ => 56 + ratio,
                };
            if (score > 0)
                Score(segment.Models.Documents.Of(match.Value), score);
        }
    }

    private readonly void MatchMakers(QueryWord word)
    {
        if (word.Compact.Length < 2)
            return;
        var (from, to) = segment.MakerLookup.Runs.Range(word.Compact);
        for (var i = from; i < to; i++)
        {
            var match = segment.MakerLookup.Runs.At(i, word.Compact.Length);
            if (match.WholeWord || (word.Kinds.Count == 0 && word.Compact.Length > 2))
                Score(segment.Makers.Documents.Of(match.Value), match.WholeWord ? 52 : 46);
        }
    }

    // Classes, units and places are few: looking at each is quicker than an index.
    private readonly void MatchFewValues(QueryWord word)
    {
        for (var i = 0; i < segment.Classes.Count; i++)
        {
            var score = ScoreOfClass(word, segment.Classes.Values[i]);
            if (score > 0)
                Score(segment.Classes.Documents.Of(i), score);
        }
        if (word.Literal.Length < 2)
            return;
        for (var i = 0; i < segment.Units.Count; i++)
        {
            var at = segment.Units.Values[i].Folded.IndexOf(word.Literal, StringComparison.Ordinal);
            if (at >= 0)
                Score(segment.Units.Documents.Of(i), at == 0 ? 34 : 30);
        }
        for (var i = 0; i < segment.Places.Count; i++)
        {
            if (segment.Places.Values[i].Folded.Contains(word.Literal, StringComparison.Ordinal))
                Score(segment.Places.Documents.Of(i), 26);
        }
    }

    private static int ScoreOfClass(QueryWord word, ClassValue value)
    {
        if (value.Kind is { } kind)
        {
            foreach (var (wanted, sureness) in word.Kinds)
            {
                if (kind.Is(wanted))
                    return sureness * 4 / 10;
            }
        }
        if (!word.Chinese || word.Literal.Length < 2)
            return 0;
        for (var level = value.Levels.Length - 1; level >= 0; level--)
        {
            if (value.Levels[level].Contains(word.Literal, StringComparison.Ordinal))
                return level switch { 2 => 32, 1 => 22, _ => 14 };
        }
        return 0;
    }

    private readonly void MatchTexts(QueryWord word)
    {
        if (word.Chinese)
        {
            if (word.Literal.Length < 2)
                return;
            var documents = segment.TextGrams.Rarest(word.Literal);
            if (word.Literal.Length == 2)
            {
                Score(documents, 12);
                return;
            }
            for (var i = 0; i < documents.Length; i++)
            {
                if (segment.Entries[documents[i]].Text.Contains(word.Literal, StringComparison.Ordinal))
                    Score(documents.Slice(i, 1), 12);
            }
            return;
        }
        if (word.Compact.Length < 2)
            return;
        var (from, to) = segment.TextWords.Range(word.Literal);
        for (var i = from; i < to; i++)
        {
            var whole = segment.TextWords.IsWord(i, word.Literal);
            if (whole || (word.Compact.Length > 2 && word.Kinds.Count == 0))
                Score(segment.TextWords.Documents(i), whole ? 14 : 10);
        }
    }

    private readonly void ScoreAll<T>(ValueField<T> field, GramIndex grams, Func<T, string> text, string literal, int score) where T : class
    {
        foreach (var value in CandidatesFor(grams, literal))
        {
            if (text(field.Values[value]).Contains(literal, StringComparison.Ordinal))
                Score(field.Documents.Of(value), score);
        }
    }

    private static ReadOnlySpan<int> CandidatesFor(GramIndex grams, string literal) =>
        literal.Length == 1 ? grams.Of('\0', literal[0]) : grams.Rarest(literal);

    // A wrong character breaks two of a word's pairs: names that hold three fifths of them are near.
    private readonly void MatchLoosely(string literal)
    {
        var wanted = Math.Max(1, (int)Math.Ceiling((literal.Length - 1) * 0.6));
        var held = new Dictionary<int, int>();
        for (var i = 0; i + 1 < literal.Length; i++)
        {
            foreach (var name in segment.NameLookup.Grams.Of(literal[i], literal[i + 1]))
                held[name] = held.GetValueOrDefault(name) + 1;
        }
        foreach (var (name, count) in held)
        {
            if (count >= wanted)
                Note(name, 30 * count / (literal.Length - 1));
        }
    }
}
