import { serve } from "@hogsend/engine";

import { client } from "./container.js";

serve(client);
