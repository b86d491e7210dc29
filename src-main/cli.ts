export {}; // TEMPORARY stub
