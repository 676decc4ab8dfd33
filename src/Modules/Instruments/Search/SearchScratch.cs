using System.Collections.Concurrent;

namespace Modular.Instruments;

/// <summary>What one document has gathered: which words it answers to, the score of them all, and of the last one.</summary>
internal struct DocumentScore
{
    public ushort Total;
    public ushort Best;
    public byte Words;
}

/// <summary>Memory for one search at a time, lent out and taken back.</summary>
internal sealed class SearchScratch
{
    private static readonly ConcurrentBag<SearchScratch> Idle = [];

    private DocumentScore[] _scores = [];
    private ushort[] _nameScores = [];

    public List<int> TouchedNames { get; } = [];

    public static SearchScratch Rent() => Idle.TryTake(out var scratch) ? scratch : new SearchScratch();

    public void Return() => Idle.Add(this);

    public Span<DocumentScore> Clear(int documents)
    {
        if (_scores.Length < documents)
            _scores = new DocumentScore[documents + (documents / 8)];
        else
            Scores(documents).Clear();
        return Scores(documents);
    }

    public Span<DocumentScore> Scores(int documents) => _scores.AsSpan(0, documents);

    /// <summary>All zero; who uses them sets back what he touched.</summary>
    public Span<ushort> NameScores(int names)
    {
        if (_nameScores.Length < names)
            _nameScores = new ushort[names + (names / 8)];
        return _nameScores.AsSpan(0, names);
    }
}
