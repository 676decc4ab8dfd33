namespace Modular.Contracts.Vocabulary;

/// <summary>Models 规格型号 as one string to compare by: Nicolet 6700, Nicolet6700 and nicolet-6700 are all "nicolet6700".</summary>
public static class ModelNumber
{
    /// <summary>Letters and digits only; the Chinese words around a model (火焰/石墨炉_Z-5000) fall away where there are Latin ones.</summary>
    public static string Normalise(string model)
    {
        var folded = FoldedText.Compact(model);
        var latin = string.Concat(folded.Where(c => !FoldedText.IsHan(c)));
        return latin.Length >= 2 ? latin : folded;
    }
}
