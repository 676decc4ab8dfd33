using System.Text.Json.Nodes;

namespace Modular.Tests.Trials.BadRequests;

/// <summary>The ids and versions that answers have shown, so that later requests get past the front door.</summary>
sealed class Finds
{
    const int Kept = 300;
    readonly Lock _lock = new();
    readonly Dictionary<string, List<string>> _byCollection = new(StringComparer.Ordinal);
    readonly List<Guid> _all = [Guid.Empty];
    readonly List<int> _versions = [1];

    public void Take(ApiOperation operation, JsonNode? answer)
    {
        lock (_lock) Walk(operation.Collection, answer);
    }

    public Guid Any(Random dice)
    {
        lock (_lock) return _all[dice.Next(_all.Count)];
    }

    public int Version(Random dice)
    {
        lock (_lock) return dice.Next(3) == 0 ? _versions[dice.Next(_versions.Count)] : dice.Next(1, 4);
    }

    /// <summary>An id that was seen under the address, where there is one.</summary>
    public string Of(string collection, Random dice)
    {
        lock (_lock)
        {
            if (dice.Next(8) > 0 && _byCollection.TryGetValue(collection, out var ids)) return ids[dice.Next(ids.Count)];
        }

        return Any(dice).ToString();
    }

    void Walk(string collection, JsonNode? node)
    {
        if (node is JsonArray rows)
        {
            foreach (var row in rows.Take(20)) Walk(collection, row);
        }

        if (node is not JsonObject of) return;
        foreach (var (name, value) in of)
        {
            if (name == "version" && value is JsonValue number && number.TryGetValue<int>(out var version)) Keep(_versions, version);
            else if (value is JsonValue text && text.TryGetValue<string>(out var id) && Guid.TryParse(id, out var guid))
            {
                Keep(_all, guid);
                if (name != "id") continue;
                if (!_byCollection.TryGetValue(collection, out var ids)) _byCollection[collection] = ids = [];
                Keep(ids, id);
            }
            else Walk(collection, value);
        }
    }

    // The newest push the oldest out: what is gone soon stops being asked for.
    static void Keep<T>(List<T> list, T value)
    {
        if (list.Count >= Kept) list.RemoveAt(0);
        list.Add(value);
    }
}
