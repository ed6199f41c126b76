// After any `npm install` or `npm ci`: npm start and npm test need not install again.
import { sellar } from "./preparar.mjs";

sellar();
