using System.Collections.Concurrent;

namespace Modular.Instruments;

/// <summary>What one document has gathered: which words it answers to, the score of them all, and of the last one.</summary>
internal struct DocumentScore
{
    public ushort Total;
    public ushort Best;
    public byte Words;
}

/// <summary>Memory for one search at a time, lent out and taken back; as many are kept as can be at work at once.</summary>
internal sealed class SearchScratch
{
    private static readonly ConcurrentQueue<SearchScratch> Idle = [];

    private DocumentScore[] _scores = [];
    private ushort[] _nameScores = [];

    public List<int> TouchedNames { get; } = [];

    public static SearchScratch Rent(int documents)
    {
        var scratch = Idle.TryDequeue(out var idle) ? idle : new SearchScratch();
        if (scratch._scores.Length < documents)
            scratch._scores = new DocumentScore[documents + (documents / 8)];
        else
            scratch._scores.AsSpan(0, documents).Clear();
        return scratch;
    }

    public void Return()
    {
        if (Idle.Count < 2 * Environment.ProcessorCount)
            Idle.Enqueue(this);
    }

    public Span<DocumentScore> Scores(int from, int documents) => _scores.AsSpan(from, documents);

    /// <summary>All zero; who uses them sets back what he touched.</summary>
    public Span<ushort> NameScores(int names)
    {
        if (_nameScores.Length < names)
            _nameScores = new ushort[names + (names / 8)];
        return _nameScores.AsSpan(0, names);
    }
}
