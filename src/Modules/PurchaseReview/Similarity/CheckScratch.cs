using System.Collections.Concurrent;

namespace Modular.PurchaseReview;

/// <summary>What one check needs to remember while it runs, kept for the next one.</summary>
internal sealed class CheckScratch
{
    static readonly ConcurrentBag<CheckScratch> Idle = [];

    readonly List<int> _modelsTouched = [];
    bool[] _modelSeen = [];

    public byte[] Models { get; private set; } = [];
    public byte[] StemPoints { get; private set; } = [];
    public ushort[] Shared { get; private set; } = [];
    public List<int> NamesTouched { get; } = [];
    public FoundProfiles Found { get; } = new();

    public static CheckScratch Rent() => Idle.TryTake(out var idle) ? idle : new CheckScratch();

    public static void Return(CheckScratch scratch)
    {
        if (Idle.Count < 8) Idle.Add(scratch);
    }

    public void Fit(int profiles, int names, int models)
    {
        Found.Clear();
        if (StemPoints.Length < names) (StemPoints, Shared) = (new byte[Room(names)], new ushort[Room(names)]);
        if (Models.Length < models) (Models, _modelSeen) = (new byte[Room(models)], new bool[Room(models)]);
    }

    public bool ModelSeen(int model) => _modelSeen[model];

    public void SetModel(int model, ModelRelation relation)
    {
        _modelSeen[model] = true;
        Models[model] = (byte)relation;
        _modelsTouched.Add(model);
    }

    public void Forget()
    {
        foreach (var name in NamesTouched) (Shared[name], StemPoints[name]) = (0, 0);
        foreach (var model in _modelsTouched) (_modelSeen[model], Models[model]) = (false, 0);
        NamesTouched.Clear();
        _modelsTouched.Clear();
    }

    static int Room(int count) => Math.Max(1024, count * 5 / 4);
}

/// <summary>Profiles with something in common with the wish, sorted best first by their key.</summary>
internal sealed class FoundProfiles
{
    readonly List<(int Key, int Profile)> _found = [];

    public void Add(int key, int profile) => _found.Add((key, profile));

    public void Clear() => _found.Clear();

    public List<(int Key, int Profile)> Sorted()
    {
        _found.Sort(static (x, y) => x.Key != y.Key ? y.Key.CompareTo(x.Key) : x.Profile.CompareTo(y.Profile));
        return _found;
    }
}
