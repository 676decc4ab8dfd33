using System.Globalization;
using System.Text;

namespace Modular.Instruments;

/// <summary>A text with numbers left open: <c>分辨率 {0.6~1.4:1} nm</c> draws a number from 0.6 to 1.4 with one decimal.</summary>
internal sealed class NumberTemplate
{
    private readonly record struct Part(string Text, double From, double To, int Decimals, bool Drawn);

    private readonly List<Part> _parts = [];

    public NumberTemplate(string template)
    {
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
            {
                _parts.Add(new Part(template[at..], 0, 0, 0, Drawn: false));
                return;
            }
            if (open > at)
                _parts.Add(new Part(template[at..open], 0, 0, 0, Drawn: false));
            var close = template.IndexOf('}', open);
            _parts.Add(ReadSlot(template[(open + 1)..close]));
            at = close + 1;
        }
    }

    public void Write(StringBuilder text, Random random)
    {
        foreach (var part in _parts)
        {
            if (!part.Drawn)
            {
                text.Append(part.Text);
                continue;
            }
            var value = part.From + (random.NextDouble() * (part.To - part.From));
            if (part.Decimals == 0)
                text.Append(RoundToTwoDigits(value));
            else
                text.Append(CultureInfo.InvariantCulture, $"{Math.Round(value, part.Decimals)}");
        }
    }

    // A letter pair (Be4~B5) is a choice between two words rather than a range.
    private static Part ReadSlot(string slot)
    {
        var colon = slot.LastIndexOf(':');
        var decimals = colon > 0 ? int.Parse(slot.AsSpan(colon + 1), CultureInfo.InvariantCulture) : 0;
        var bounds = (colon > 0 ? slot[..colon] : slot).Split('~');
        return double.TryParse(bounds[0], CultureInfo.InvariantCulture, out var from)
            && double.TryParse(bounds[1], CultureInfo.InvariantCulture, out var to)
            ? new Part("", from, to, decimals, Drawn: true)
            : new Part(bounds[0], 0, 0, 0, Drawn: false);
    }

    // Data sheets say 120 000, not 118 342.
    private static long RoundToTwoDigits(double value)
    {
        var step = 1L;
        while (Math.Abs(value) / step >= 200)
            step *= 10;
        return (long)Math.Round(value / step) * step;
    }
}
